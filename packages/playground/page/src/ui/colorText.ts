/** One of Discord's colours, a number, as CSS writes it. */
export function colorText(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
