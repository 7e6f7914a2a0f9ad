import { App } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardHands } from './canvas/use-canvas-hands.ts';
import { remember, remembered } from './canvas/use-clipboard.ts';
import type { View } from './toolbar.tsx';

interface Given {
  canvas: BoardHands;
  /** Saves what is not saved yet; true where everything is kept. */
  flush: () => Promise<boolean>;
  discard: () => Promise<boolean>;
  onView: (view: View) => void;
  onDiscarded: () => void;
  onPublish: () => void;
}

/** What the toolbar does with the whole: the same functions while the page stands, so that typing does not draw it anew. */
export const useActs = (given: Given) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const now = useRef(given);
  useEffect(() => {
    now.current = given;
  });
  return useMemo(
    () => ({
      onView: (view: View): void => {
        now.current.onView(view);
      },
      onCopy: (): void => {
        const carried = now.current.canvas.carried();
        remember(carried);
        void message.info(t('form-designer.copied', { count: carried.length }));
      },
      onPaste: (): void => {
        const carried = remembered();
        if (carried === null) void message.info(t('form-designer.nothing-copied'));
        else now.current.canvas.paste(carried);
      },
      onDiscard: async (): Promise<void> => {
        const { discard, onDiscarded } = now.current;
        if (await discard()) onDiscarded();
      },
      onPublish: (): void => {
        const { flush, onPublish } = now.current;
        void flush().then((kept) => {
          if (kept) onPublish();
        });
      },
    }),
    [message, t],
  );
};
