// The network as a picture: the hub in the middle, partners around it, lines for agreements and referrals.
import "@xyflow/react/dist/base.css";

import {
  Controls,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import {
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";

import { useNow } from "../design/use-now.js";
import { edgesOf } from "./edges.js";
import { layOut, stepTo } from "./layout.js";
import { markSize, MemberMark } from "./MemberMark.js";
import {
  countsOpenReferrals,
  isFew,
  type Member,
  type Tie,
  wordOf,
} from "./network-view.js";
import styles from "./NetworkPicture.module.css";
import { PictureLegend } from "./PictureLegend.js";
import { rowId } from "./row-id.js";
import { TieLine } from "./TieLine.js";
import { useAgreementWords } from "./use-agreement-words.js";
import type { NetworkAddress } from "./use-network-address.js";

const nodeTypes = { member: MemberMark };
const edgeTypes = { tie: TieLine };

const wholly = { padding: 0.16 };

interface Props {
  members: readonly Member[];
  ties: readonly Tie[];
  address: NetworkAddress;
}

export function NetworkPicture({ members, ties, address }: Props) {
  const { t } = useTranslation("picture");
  const agreementWords = useAgreementWords(useNow());
  const frame = useRef<HTMLDivElement>(null);
  const places = useMemo(() => layOut(members), [members]);
  const selected = members.find((one) => wordOf(one) === address.selected);
  const [focused, setFocused] = useState<string | null>(null);
  // one stop of the Tab key for the whole picture: the arrows go on from there
  const stop =
    [focused, selected?.partner.id].find((id) =>
      places.some(({ member }) => member.partner.id === id),
    ) ?? places[0]?.member.partner.id;

  const countsReferrals = countsOpenReferrals(members);

  function factsOf(member: Member): string {
    const { partner, openReferrals, isHub } = member;
    const facts = [partner.name];
    if (!isHub && member.agreementStatus)
      facts.push(agreementWords(member).words);
    facts.push(t("services", { count: member.services }));
    if (countsReferrals)
      facts.push(
        openReferrals === null || isFew(openReferrals)
          ? t("openReferralsFew")
          : t("openReferrals", { count: openReferrals }),
      );
    facts.push(t("ties", { count: member.degree }));
    return facts.join(", ");
  }

  const nodes = places.map(({ member, x, y, side, isFar }) => {
    const { id } = member.partner;
    const isSelected = member === selected;
    return {
      id,
      type: "member" as const,
      position: { x, y },
      // told beforehand, or a node that changes would lose the focus while it is measured
      ...markSize(member),
      data: { member, side, isFar, isSelected, facts: factsOf(member) },
      ariaRole: "button" as const,
      focusable: true,
      domAttributes: {
        tabIndex: id === stop ? 0 : -1,
        "aria-pressed": isSelected,
        "aria-roledescription": undefined,
      },
    };
  });
  const edges = useMemo(
    () => edgesOf(members, ties, selected?.partner.id ?? null),
    [members, ties, selected],
  );

  function focus(id: string) {
    setFocused(id);
    frame.current
      ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
      ?.focus();
  }

  function select(id: string) {
    const member = members.find(({ partner }) => partner.id === id);
    if (member) address.go("wybrany", wordOf(member));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const id = focusedNode(event.target);
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepTo(places, id, event.key);
    if (next) focus(next);
    else if (event.key === "Enter" || event.key === " ") select(id);
    else if (event.key === "Escape") address.go("wybrany", null);
    else if (event.key.toLowerCase() === "t")
      document.getElementById(rowId(id))?.focus();
    else return;
    event.preventDefault();
  }

  return (
    <figure className={styles.card}>
      <div ref={frame} className={styles.frame} onKeyDown={onKeyDown}>
        <ReactFlowProvider>
          <ReactFlow
            aria-label={t("picture.label", { count: places.length - 1 })}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            nodeOrigin={[0.5, 0.5]}
            onNodeClick={(_, { id }) => {
              setFocused(id);
              select(id);
            }}
            fitView
            fitViewOptions={wholly}
            minZoom={0.2}
            maxZoom={2.5}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            zoomOnScroll={false}
            zoomOnDoubleClick={false}
            preventScrolling={false}
            proOptions={{ hideAttribution: true }}
            ariaLabelConfig={{
              "controls.ariaLabel": t("picture.controls"),
              "controls.zoomIn.ariaLabel": t("picture.zoomIn"),
              "controls.zoomOut.ariaLabel": t("picture.zoomOut"),
              "controls.fitView.ariaLabel": t("picture.fit"),
              "node.a11yDescription.keyboardDisabled": t("picture.keys"),
              "edge.a11yDescription.default": "",
            }}
          >
            <Controls showInteractive={false} position="top-right" />
            <Whole />
          </ReactFlow>
        </ReactFlowProvider>
      </div>
      <PictureLegend
        seesAgreements={members.some((one) => one.agreementStatus)}
      />
    </figure>
  );
}

function focusedNode(target: EventTarget): string | undefined {
  return target instanceof HTMLElement
    ? target.closest<HTMLElement>(".react-flow__node")?.dataset["id"]
    : undefined;
}

/** The whole network stays in sight when a phone is turned or a window drawn. */
function Whole() {
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  useEffect(() => {
    void fitView(wholly);
  }, [width, fitView]);
  return null;
}
