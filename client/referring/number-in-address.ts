// A referral's number in an address: SK/2026/00123 stands there as SK-2026-00123.

export function numberOf(slug: string): string {
  return slug.replaceAll("-", "/");
}

function slugOf(number: string): string {
  return number.replaceAll("/", "-");
}

export function courseOf(number: string): string {
  return `/skierowania/${slugOf(number)}`;
}

export function slipOf(number: string): string {
  return `${courseOf(number)}/karta`;
}
