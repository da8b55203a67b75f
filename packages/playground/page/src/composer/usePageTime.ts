import { useEffect, useState } from 'preact/hooks';

const tickMs = 1_000;

/** The page's own clock, anew each second: for what ends by itself. */
export function usePageTime(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
