import { effect, signal } from '@preact/signals';

export type Theme = 'dark' | 'light' | 'system';

const key = 'aplomb-playground-theme';

/** Which colours the page has; `system` follows what the reader's machine prefers. */
export const theme = signal<Theme>(kept());

/** Writes the choice to the page and keeps it for the next visit. */
export function applyTheme(): void {
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
    try {
      localStorage.setItem(key, theme.value);
    } catch {
      // A browser that keeps nothing shows the system's colours next time.
    }
  });
}

/** The other colours than those that are seen now. */
export function toggleTheme(): void {
  const isDark = theme.value === 'dark' || (theme.value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  theme.value = isDark ? 'light' : 'dark';
}

function kept(): Theme {
  try {
    const value = localStorage.getItem(key);
    return value === 'dark' || value === 'light' ? value : 'system';
  } catch {
    return 'system';
  }
}
