// The address of the page as the browser has it.
/** What the address asks for, also where the page has not been drawn with it yet: of two quick choices neither is lost. */
export function newestAddress(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}
