import { useEffect } from 'react';
import { z } from 'zod';
import { Field } from '#contract/definition/field.ts';
import { Key } from '#contract/key.ts';
import type { Carried } from '../commands/fields.ts';
import type { BoardHands } from './use-canvas-hands.ts';

/** Copied fields as text, so that they can be put into another form, another window, or a letter to a colleague. */
const Copied = z.object({
  'formflow-fields': z
    .array(z.object({ key: Key, field: Field, required: z.boolean() }))
    .min(1)
    .max(500),
});

const STORED = 'formflow.designer.copied';

const copiedText = (carried: readonly Carried[]): string => JSON.stringify({ 'formflow-fields': carried }, null, 2);

/** Null where a text holds no copied fields. */
const readCopied = (text: string): Carried[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Copied.safeParse(value).success ? (value as { 'formflow-fields': Carried[] })['formflow-fields'] : null;
  } catch {
    return null;
  }
};

const isTyping = (): boolean =>
  document.activeElement?.closest('input, textarea, [contenteditable="true"], .cm-editor') != null;

/** Keeps a copy for the paste button, which may not read the clipboard. */
export const remember = (carried: readonly Carried[]): string => {
  const text = copiedText(carried);
  localStorage.setItem(STORED, text);
  return text;
};

export const remembered = (): Carried[] | null => readCopied(localStorage.getItem(STORED) ?? '');

/** Ctrl+C, X and V on the sheet. In a text box they mean the text. */
export const useClipboard = (hands: BoardHands): void => {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const carried = hands.carried();
      if (isTyping() || carried.length === 0) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', remember(carried));
      if (event.type === 'cut') hands.removeSelected();
    };
    const paste = (event: ClipboardEvent): void => {
      if (isTyping()) return;
      const carried = readCopied(event.clipboardData?.getData('text/plain') ?? '');
      if (carried === null) return;
      event.preventDefault();
      hands.paste(carried);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [hands]);
};
