import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** As in the stylesheet: in a column that is not wider, what stands beside the messages lies above them. */
const narrowPx = 540;

/** Whether an element is so narrow that its sides are drawers. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setNarrow((entry?.contentRect.width ?? Infinity) <= narrowPx));
    if (element.current !== null) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return isNarrow;
}
