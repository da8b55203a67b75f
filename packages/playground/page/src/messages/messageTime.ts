const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

// Formatters are dear to make: these are made once.

export function clockTime(timestamp: string): string {
  return clock.format(Date.parse(timestamp));
}

export function wholeTime(timestamp: string): string {
  return whole.format(Date.parse(timestamp));
}

export function dayText(timestamp: string): string {
  return day.format(Date.parse(timestamp));
}
