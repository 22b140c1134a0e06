/** PDFium (WebAssembly, without JavaScript and XFA) as far as books need it. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { pdfError } from './errors.ts';
import { PDF_LIMITS } from './limits.ts';

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const PASSWORD_ERRORS: ReadonlySet<number> = new Set([4, 5]);
/** FPDF_REVERSE_BYTE_ORDER: red before blue. */
const RGBA_ORDER = 0x10;
/** FPDFBitmap_BGRA. */
const FOUR_BYTES = 4;
const IMAGE_OBJECT = 3;
const NOTE_SIGNS: ReadonlySet<number> = new Set([...'0123456789*†‡'].map((sign) => sign.codePointAt(0)!));
/** Objects of a page that are looked at for a picture. */
const MAX_OBJECTS = 200;
/** Longest text that is asked for, in bytes. */
const MAX_TEXT_BYTES = 64 * 1024;

/** One character where it stands on the page; units are points, the origin is at the bottom left. */
export interface Character {
  code: number;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Lower edge of its ink, of signs that may refer to a note; else undefined. */
  ink: number | undefined;
  weight: number;
  /** Put in by PDFium: a space between words, the end of a line. */
  generated: boolean;
}

export interface PageText {
  characters: Character[];
  /** The page shows a picture. */
  hasPicture: boolean;
  /** Degrees, a multiple of 90, by which most of the text is turned against the clock. */
  angle: number;
}

export interface OutlineEntry {
  title: string;
  depth: number;
  page: number;
  /** Where on the page, in points from its bottom; undefined if the entry does not say. */
  top: number | undefined;
}

/** A PDF that is open. Any call may throw what PDFium's WebAssembly throws for want of memory. */
export class PdfDocument {
  readonly #module: WrappedPdfiumModule;
  readonly #document: number;
  readonly #file: number;
  /** 4 floats or doubles, for what calls return by pointer. */
  readonly #scratch: number;
  readonly pages: number;

  private constructor(module: WrappedPdfiumModule, document: number, file: number) {
    this.#module = module;
    this.#document = document;
    this.#file = file;
    this.#scratch = module.pdfium.wasmExports.malloc(64);
    this.pages = module.FPDF_GetPageCount(document);
  }

  /** @throws BookFileError not_pdf, needs_password, too_large; errors of the file system as they come */
  static async open(path: string): Promise<PdfDocument> {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > PDF_LIMITS.bytes) throw pdfError('too_large', `${size} bytes`);
      setFlagsFromString(`--wasm-max-mem-pages=${PDF_LIMITS.memoryPages}`);
      const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
      const module = await init({ wasmBinary: new Uint8Array(readFileSync(wasm)).buffer });
      module.PDFiumExt_Init();
      const document = module.FPDF_LoadCustomDocument(fileAccess(module, file, size), '');
      if (document === 0) {
        throw pdfError(PASSWORD_ERRORS.has(module.FPDF_GetLastError()) ? 'needs_password' : 'not_pdf');
      }
      return new PdfDocument(module, document, file);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  close(): void {
    this.#module.FPDF_CloseDocument(this.#document);
    closeSync(this.#file);
  }

  /** A field of the information dictionary, such as "Title"; empty if it is not there. */
  information(field: string): string {
    return this.#text((at, bytes) => this.#module.FPDF_GetMetaText(this.#document, field, at, bytes));
  }

  language(): string {
    return this.#text((at, bytes) => this.#module.FPDFCatalog_GetLanguage(this.#document, at, bytes));
  }

  /** As printed: "xii", "12"; empty if the file does not say. */
  label(page: number): string {
    return this.#text((at, bytes) => this.#module.FPDF_GetPageLabel(this.#document, page, at, bytes));
  }

  /** Characters in the order of the file; undefined for a page that can't be read. */
  pageText(index: number): PageText | undefined {
    const module = this.#module;
    const page = module.FPDF_LoadPage(this.#document, index);
    if (page === 0) return undefined;
    const text = module.FPDFText_LoadPage(page);
    try {
      const count = text === 0 ? 0 : Math.max(0, module.FPDFText_CountChars(text));
      const characters: Character[] = [];
      const angles = [0, 0, 0, 0];
      for (let i = 0; i < Math.min(count, PDF_LIMITS.pageCharacters); i++) {
        const code = module.FPDFText_GetUnicode(text, i);
        const generated = module.FPDFText_IsGenerated(text, i) === 1;
        // A float box: left, top, right, bottom.
        if (!generated) module.FPDFText_GetLooseCharBox(text, i, this.#scratch);
        const [left = 0, top = 0, right = 0, bottom = 0] = generated ? [] : this.#floats(4);
        const weight = generated ? 0 : module.FPDFText_GetFontWeight(text, i);
        const ink = !generated && NOTE_SIGNS.has(code) ? this.#inkOf(text, i) : undefined;
        characters.push({ code, left, right, bottom, top, ink, weight, generated });
        if (i % 16 === 0 && !generated) {
          // PDFium counts them with the clock.
          angles[Math.round((module.FPDFText_GetCharAngle(text, i) * -2) / Math.PI) & 3]!++;
        }
      }
      const angle = 90 * angles.indexOf(Math.max(...angles));
      return { characters, angle, hasPicture: this.#hasPicture(page) };
    } finally {
      if (text !== 0) module.FPDFText_ClosePage(text);
      module.FPDF_ClosePage(page);
    }
  }

  /** Entries that lead to a page, in their order; entries in circles are left out. */
  outline(): OutlineEntry[] {
    const module = this.#module;
    const entries: OutlineEntry[] = [];
    const seen = new Set<number>();
    const read = (parent: number, depth: number) => {
      let mark = module.FPDFBookmark_GetFirstChild(this.#document, parent);
      for (; mark !== 0; mark = module.FPDFBookmark_GetNextSibling(this.#document, mark)) {
        if (seen.has(mark) || seen.size >= PDF_LIMITS.outline) return;
        seen.add(mark);
        const entry = this.#entry(mark, depth);
        if (entry !== undefined) entries.push(entry);
        if (depth < PDF_LIMITS.outlineDepth) read(mark, depth + 1);
      }
    };
    read(0, 0);
    return entries;
  }

  /** The page as RGBA pixels, as wide as a cover; undefined if it can't be drawn. */
  picture(index: number): { data: Uint8Array; width: number; height: number } | undefined {
    const module = this.#module;
    const page = module.FPDF_LoadPage(this.#document, index);
    if (page === 0) return undefined;
    const size = [module.FPDF_GetPageWidthF(page), module.FPDF_GetPageHeightF(page)] as const;
    const scale = Math.min(PDF_LIMITS.coverWidth / size[0], PDF_LIMITS.coverHeight / size[1]);
    const [width, height] = [Math.floor(size[0] * scale), Math.floor(size[1] * scale)];
    let bitmap = 0;
    try {
      if (!(width >= 16 && height >= 16)) return undefined;
      bitmap = module.FPDFBitmap_CreateEx(width, height, FOUR_BYTES, 0, 0);
      if (bitmap === 0) return undefined;
      module.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      module.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RGBA_ORDER);
      const from = module.FPDFBitmap_GetBuffer(bitmap) >>> 0;
      const stride = module.FPDFBitmap_GetStride(bitmap);
      if (stride !== 4 * width) return undefined;
      return { data: this.#heap().slice(from, from + stride * height), width, height };
    } finally {
      if (bitmap !== 0) module.FPDFBitmap_Destroy(bitmap);
      module.FPDF_ClosePage(page);
    }
  }

  #entry(mark: number, depth: number): OutlineEntry | undefined {
    const module = this.#module;
    const title = this.#text((at, bytes) => module.FPDFBookmark_GetTitle(mark, at, bytes));
    let target = module.FPDFBookmark_GetDest(this.#document, mark);
    if (target === 0) {
      const action = module.FPDFBookmark_GetAction(mark);
      if (action !== 0) target = module.FPDFAction_GetDest(this.#document, action);
    }
    if (target === 0) return undefined;
    const page = module.FPDFDest_GetDestPageIndex(this.#document, target);
    if (page < 0 || page >= this.pages) return undefined;
    const at = this.#scratch;
    const known = module.FPDFDest_GetLocationInPage(target, at, at + 4, at + 8, at + 12, at + 16, at + 20);
    const hasTop = known && module.pdfium.getValue(at + 4, 'i32') !== 0;
    const top = hasTop ? module.pdfium.getValue(at + 16, 'float') : undefined;
    return { title, depth, page, top };
  }

  #hasPicture(page: number): boolean {
    const count = Math.min(this.#module.FPDFPage_CountObjects(page), MAX_OBJECTS);
    for (let i = 0; i < count; i++) {
      const object = this.#module.FPDFPage_GetObject(page, i);
      if (object !== 0 && this.#module.FPDFPageObj_GetType(object) === IMAGE_OBJECT) return true;
    }
    return false;
  }

  /** UTF-16 text that PDFium writes into a buffer: asked once for its length in bytes, once for it. */
  #text(write: (at: number, bytes: number) => number): string {
    const bytes = write(0, 0);
    if (bytes <= 2 || bytes > MAX_TEXT_BYTES) return '';
    const { malloc, free } = this.#module.pdfium.wasmExports;
    const at = malloc(bytes);
    try {
      write(at, bytes);
      return Buffer.from(this.#heap().slice(at, at + bytes - 2)).toString('utf16le');
    } finally {
      free(at);
    }
  }

  /** Fonts may hold raised digits whose boxes are those of all digits. */
  #inkOf(text: number, i: number): number | undefined {
    const at = this.#scratch;
    const known = this.#module.FPDFText_GetCharBox(text, i, at, at + 8, at + 16, at + 24);
    return known ? this.#module.pdfium.getValue(at + 16, 'double') : undefined;
  }

  #floats(count: number): Float32Array {
    return new Float32Array(this.#heap().buffer, this.#scratch, count);
  }

  /** The memory grows: its view is asked for each time. */
  #heap(): Uint8Array {
    return heapOf(this.#module);
  }
}

function heapOf(module: WrappedPdfiumModule): Uint8Array {
  return (module.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
}

/** FPDF_FILEACCESS: PDFium asks for the parts that it needs, and the whole file is never in memory. */
function fileAccess(module: WrappedPdfiumModule, file: number, size: number): number {
  const { pdfium } = module;
  const read = (_: number, position: number, to: number, length: number): number => {
    const target = heapOf(module).subarray(to >>> 0, (to >>> 0) + length);
    try {
      return readSync(file, target, 0, length, position >>> 0) === length ? 1 : 0;
    } catch {
      return 0;
    }
  };
  const access = pdfium.wasmExports.malloc(12);
  pdfium.setValue(access, size, 'i32');
  pdfium.setValue(access + 4, pdfium.addFunction(read, 'iiiii'), 'i32');
  pdfium.setValue(access + 8, 0, 'i32');
  return access;
}
