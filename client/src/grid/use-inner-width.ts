import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width inside an element's borders and scroll bar, followed as it changes; 0 before it is known. */
export const useInnerWidth = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null || !('ResizeObserver' in window)) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(target.clientWidth);
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
};
