import { useEffect } from 'react';
import type { Hands } from './use-design.ts';

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z anywhere on the page. The text editor answers them itself. */
export const useKeys = ({ undo, redo }: Hands): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('.cm-editor') !== null) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [undo, redo]);
};
