/** `libtrails rebuild [PART...]`. */
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../exit-codes.ts';
import { json } from '../output.ts';
import { libraryPart } from '../parts.ts';

export async function rebuild(names: string[], flags: { data?: string; json?: boolean }): Promise<void> {
  const { BY_DEFAULT, isPartName, REBUILT_PARTS, rebuildLibrary } = await libraryPart(
    () => import('@libtrails/retrieval/store/sqlite/upkeep/rebuild'),
  );
  const parts = names.map((name) => {
    if (isPartName(name)) return name;
    throw new UsageError(`There is no part "${name}"; the parts are ${REBUILT_PARTS.join(', ')}.`);
  });
  const rebuilt = rebuildLibrary(dataFolder(flags.data), parts.length === 0 ? BY_DEFAULT : parts);
  console.log(
    flags.json ? json({ rebuilt }) : rebuilt.map(({ part, done }) => `${part}: ${done}`).join('\n'),
  );
}
