/** Files of a drop, those inside of dropped folders included. In the browser. */

/** @returns all files, in no order to rely on; a folder that cannot be read is passed over. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The list is only there during the event: entries are taken before the first wait.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  try {
    if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const all: File[] = [];
    // A reader hands its entries over in parts; an empty part is the end.
    for (;;) {
      const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (part.length === 0) return all;
      for (const inner of part) all.push(...(await filesOf(inner)));
    }
  } catch {
    return [];
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
