// Who may see the networks of a centre: everybody who is signed in there (domain 1.14, ux 3).
import { Role } from "../identity/index.js";
import { role } from "../platform/permission/expression.js";
import type { Network } from "./network.js";

export const networkPolicy = {
  read: role<Pick<Network, "centreId">>(...Object.values(Role)),
};
