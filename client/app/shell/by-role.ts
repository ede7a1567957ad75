// One address, another page by role: an inbox for partners is a list of the sent for coordinators.
import { type ComponentType, createElement } from "react";

import type { Role } from "../../graphql/generated/graphql.js";
import { holdsAny, useViewer } from "../session/viewer.js";
import { NotFoundPage } from "./NotFoundPage.js";

type Choice = readonly [roles: readonly Role[], Page: ComponentType];

/** The first choice whose roles the viewer holds. */
export function byRole(...choices: readonly Choice[]): ComponentType {
  return function PageByRole() {
    const viewer = useViewer();
    const Page =
      choices.find(([roles]) => holdsAny(viewer, roles))?.[1] ?? NotFoundPage;
    return createElement(Page);
  };
}
