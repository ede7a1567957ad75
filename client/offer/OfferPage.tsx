// The partner's own offer: places kept true in two taps.
export function OfferPage() {
  return null;
}
