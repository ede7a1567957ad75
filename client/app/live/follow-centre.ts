// The centre's log, followed by three streams on one socket; a change is written to the cache by its own words, or only told of.
import type { ApolloClient } from "@apollo/client";

import type {
  CapacityLogSubscription,
  CentreLogSubscription,
  CentreTopic,
  ReferralLogSubscription,
} from "../../graphql/generated/graphql.js";
import { followLog, type Loss, type StreamState } from "./follow-log.js";
import { later } from "./later.js";
import {
  CapacityLog,
  CentreLog,
  LiveNumbers,
  LiveReferralParts,
  ReferralLog,
} from "./live.documents.js";
import { createSocket, openStream } from "./socket.js";
import type { CapacityEvent, ReferralEvent } from "./use-live.js";

interface Ears {
  capacity(event: CapacityEvent): void;
  referral(event: ReferralEvent): void;
  centre(topic: CentreTopic): void;
  tell(stream: "capacity" | "referral" | "centre", state: StreamState): void;
  lose(loss: Loss): void;
}

export function followCentre(
  { cache }: ApolloClient,
  centreId: string,
  ears: Ears,
) {
  const socket = createSocket();

  const capacity = followLog<CapacityLogSubscription["capacityChanged"]>({
    now: () => Date.now(),
    later,
    open: (after, to) =>
      openStream(
        socket,
        cache,
        CapacityLog,
        { centreId, after },
        to,
        (data) => data.capacityChanged,
      ),
    receive(delivery) {
      if (delivery.__typename !== "CapacityChanged") return;
      const { service } = delivery;
      cache.writeFragment({
        fragment: LiveNumbers,
        fragmentName: "LiveNumbers",
        data: service,
      });
      ears.capacity({ at: new Date(delivery.at), service });
    },
    lost: ears.lose,
    tell: (state) => ears.tell("capacity", state),
  });

  const referral = followLog<ReferralLogSubscription["referralChanged"]>({
    now: () => Date.now(),
    later,
    open: (after, to) =>
      openStream(
        socket,
        cache,
        ReferralLog,
        { centreId, after },
        to,
        (data) => data.referralChanged,
      ),
    receive(delivery) {
      if (delivery.__typename === "ReferralGone") {
        const { referralId: id } = delivery;
        cache.evict({ id: cache.identify({ __typename: "Referral", id }) });
        cache.gc();
      }
      if (delivery.__typename !== "ReferralChanged") return;
      const { referral: changed, status } = delivery;
      cache.writeFragment({
        fragment: LiveReferralParts,
        fragmentName: "LiveReferral",
        data: changed,
      });
      ears.referral({ at: new Date(delivery.at), status, referral: changed });
    },
    lost: ears.lose,
    tell: (state) => ears.tell("referral", state),
  });

  const centre = followLog<CentreLogSubscription["centreChanged"]>({
    now: () => Date.now(),
    later,
    open: (after, to) =>
      openStream(
        socket,
        cache,
        CentreLog,
        { centreId, after },
        to,
        (data) => data.centreChanged,
      ),
    receive(delivery) {
      if (delivery.__typename === "CentreChanged") ears.centre(delivery.topic);
    },
    lost: ears.lose,
    tell: (state) => ears.tell("centre", state),
  });

  return {
    again() {
      // a line that is half dead must not be used again
      socket.terminate();
      capacity.again();
      referral.again();
      centre.again();
    },
    stop() {
      capacity.stop();
      referral.stop();
      centre.stop();
      void socket.dispose();
    },
  };
}
