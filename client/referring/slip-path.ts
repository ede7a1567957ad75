// Where the slip of a referral stands.
import { referralPath } from "../app/shell/referral-path.js";

export function slipPath(number: string): string {
  return `${referralPath(number)}/karta`;
}
