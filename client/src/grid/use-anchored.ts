import { useLayoutEffect, type RefObject } from 'react';

/** How near a floating element may come to the edge of the window, in pixels. */
const margin = 8;

const place = (floating: HTMLElement, anchor: HTMLElement): void => {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const left = Math.max(margin, Math.min(at.left, window.innerWidth - width - margin));
  const below = at.bottom + 2;
  const above = at.top - height - 2;
  const top = below + height > window.innerHeight - margin && above > margin ? above : below;
  floating.style.left = `${String(left)}px`;
  floating.style.top = `${String(top)}px`;
};

/** Keeps a `position: fixed` element under its anchor, or above it where there is no room below. */
export const useAnchored = (floating: RefObject<HTMLElement | null>, findAnchor: () => HTMLElement | null): void => {
  useLayoutEffect(() => {
    const update = (): void => {
      const anchor = findAnchor();
      if (floating.current !== null && anchor !== null) place(floating.current, anchor);
    };
    update();
    window.addEventListener('scroll', update, true);
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('scroll', update, true);
      window.removeEventListener('resize', update);
    };
  });
};
