// The partner's inbox: what awaits an answer, and everything that runs.
export function InboxPage() {
  return null;
}
