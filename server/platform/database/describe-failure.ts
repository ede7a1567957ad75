// A failure of the machine or the network in a few words that hold no secret.
export function describeFailure(cause: unknown): string {
  // a refused connection to a name with several addresses comes as a bundle
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return describeFailure(cause.errors[0]);
  if (!(cause instanceof Error)) return String(cause);
  const code = "code" in cause ? String(cause.code) : "";
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOTDIR":
    case "EEXIST":
      return "a file stands in the way";
    case "EROFS":
      return "the file system is read-only";
    case "ENOSPC":
      return "the disk is full";
    case "ECONNREFUSED":
      return "connection refused";
    case "ENOTFOUND":
      return "host not found";
    case "ETIMEDOUT":
      return "no answer in time";
    case "28P01":
      return "password refused";
    default:
      return cause.message;
  }
}
