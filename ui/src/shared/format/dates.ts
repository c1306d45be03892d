// Days of the business are "2025-01-31" and have no time zone; moments are RFC 3339 and are shown in the person's own.
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Day {
  year: number;
  month: number;
  day: number;
}

function parse(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const short = ({ month, day }: Day) => `${day} ${months[month - 1] ?? ""}`;

/** "31 Jan 2025" */
export function formatDay(text: string): string {
  const day = parse(text);
  return day ? `${short(day)} ${day.year}` : text;
}

/** "1 Jan – 31 Dec 2025"; one day where both are the same. */
export function formatPeriod(from: string | null, to: string | null): string {
  if (!from || !to || from === to) return formatDay(to ?? from ?? "");
  const [start, end] = [parse(from), parse(to)];
  if (!start || !end || start.year !== end.year) return `${formatDay(from)} – ${formatDay(to)}`;
  return `${short(start)} – ${formatDay(to)}`;
}

function moment(text: string): { day: string; time: string } | null {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  return { day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: `${two(at.getHours())}:${two(at.getMinutes())}` };
}

/** "17 Mar 2026, 09:14"; "today, 09:14" where today is given and it is that day. */
export function formatMoment(text: string, today?: string): string {
  const at = moment(text);
  if (!at) return text;
  return at.day === today ? `today, ${at.time}` : `${formatDay(at.day)}, ${at.time}`;
}

/** The person's own day of a moment, "2026-03-17". */
export function dayOf(text: string): string {
  return moment(text)?.day ?? text;
}

/** "09:14" */
export function formatTime(text: string): string {
  return moment(text)?.time ?? text;
}

/** Days from one day to another; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
