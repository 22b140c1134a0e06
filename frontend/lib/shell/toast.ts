/** Short messages that come and go: "Copied". One at a time; the last word wins. */

export interface ToastMessage {
  text: string;
  /** Offered beside the text, such as Undo. */
  action?: { label: string; run: () => void };
}

type Listener = (message: ToastMessage) => void;
const listeners = new Set<Listener>();

/** Says it on the page that is open. */
export function toast(message: ToastMessage): void {
  for (const listener of listeners) listener(message);
}

/** @returns what ends the listening. */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
