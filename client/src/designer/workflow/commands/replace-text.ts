import type { Command } from './command.ts';

/** The text as somebody typed it. */
export const replaceText = (text: string, merge?: string): Command => ({
  name: 'workflow.command.replace-text',
  apply: () => text,
  ...(merge === undefined ? {} : { merge }),
});
