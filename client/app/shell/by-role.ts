// One address, another page by role: an inbox for partners is a list of the sent for coordinators.
import { type ComponentType, createElement } from "react";
import { Navigate } from "react-router";

import type { Role } from "../../graphql/generated/graphql.js";
import { holdsAny, useViewer } from "../session/viewer.js";
import { NotFoundPage } from "./NotFoundPage.js";

type Choice = readonly [roles: readonly Role[], Page: ComponentType];

/** A page of others: the viewer begins where the own work is. */
export function ToStart() {
  return createElement(Navigate, { to: "/", replace: true });
}

/** The first choice whose roles the viewer holds. */
export function byRole(...choices: readonly Choice[]): ComponentType {
  return byRoleOr(NotFoundPage, ...choices);
}

export function byRoleOr(
  Else: ComponentType,
  ...choices: readonly Choice[]
): ComponentType {
  return function PageByRole() {
    const viewer = useViewer();
    const Page =
      choices.find(([roles]) => holdsAny(viewer, roles))?.[1] ?? Else;
    return createElement(Page);
  };
}
