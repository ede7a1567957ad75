// What other features may take of the demo's mailbox.
export { MailboxLink } from "./MailboxLink.js";
