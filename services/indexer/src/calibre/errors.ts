/** Why a Calibre library can't be read: the message says what is wrong and what to do. */
export class CalibreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CalibreError';
  }
}
