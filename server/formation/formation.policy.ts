// Who sees how far a network has come: everybody who works in it, since all of them see the data that answers (rule 5, domain 1.9).
import { INSIDE } from "../identity/index.js";
import type { Network } from "../partnership/index.js";
import { role } from "../platform/permission/expression.js";

export const formationPolicy = {
  read: role<Pick<Network, "centreId">>(...INSIDE),
};
