const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** "12,400" */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** "1 page", "3 pages" */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** "48 MB"; one decimal below ten. */
export function formatBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
