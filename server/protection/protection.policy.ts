// Who sits at the desk of data protection: the officer, and beside her the director, who reads and sets terms (domain 1.14, I1, I2).
import { Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";

type OfCentre = { centreId: string };

export const protectionPolicy = {
  read: role<OfCentre>(Role.IOD, Role.DIRECTOR),
  setRules: role<OfCentre>(Role.IOD, Role.DIRECTOR),
  erase: role<OfCentre>(Role.IOD),
  answer: role<OfCentre>(Role.IOD),
  /** Where the coordinator of the case has left. */
  withdrawConsents: role<OfCentre>(Role.IOD),
  export: role<OfCentre>(Role.IOD),
};
