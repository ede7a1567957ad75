// Where the day begins, by role: with what awaits an answer, else with the commonest work.
import { Navigate, useNavigation } from "react-router";

import { Loading } from "../../design/Loading.js";
import type { Role } from "../../graphql/generated/graphql.js";
import { holdsAny, useViewer } from "../session/viewer.js";

interface Props {
  /** How many referrals await the viewer's answer. */
  useAwaiting: () => number;
}

const firstPages: readonly { roles: readonly Role[]; path: string }[] = [
  { roles: ["KIPUS"], path: "/szukaj" },
  { roles: ["OUS", "DIRECTOR"], path: "/oferta-teraz" },
  {
    roles: [
      "PARTNER_VIEWER",
      "PARTNER_EDITOR",
      "PARTNER_REFERRALS",
      "PARTNER_ADMIN",
    ],
    path: "/oferta",
  },
];

export function StartPage({ useAwaiting }: Props) {
  const viewer = useViewer();
  const awaiting = useAwaiting();
  const { state } = useNavigation();
  const page = firstPages.find(({ roles }) => holdsAny(viewer, roles));
  const path = viewer.hasLeft ? "/umowy" : (page?.path ?? "/start");
  // whoever has chosen a page meanwhile is not led to another one
  if (state !== "idle") return <Loading />;
  return (
    <Navigate
      to={
        ["/oferta", "/umowy"].includes(path) && awaiting > 0
          ? "/skierowania"
          : path
      }
      replace
    />
  );
}
