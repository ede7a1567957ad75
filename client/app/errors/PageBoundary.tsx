// The one boundary around the pages: it waits with a skeleton, and turns an error into a screen.
import { Component, type ReactNode, Suspense, useState } from "react";
import { useLocation } from "react-router";

import { Loading } from "../../design/Loading.js";
import { useLive } from "../live/use-live.js";
import { CouldNotRead } from "./CouldNotRead.js";
import { AttemptContext } from "./use-page-query.js";

interface Props {
  resetKey: string;
  onRetry(): void;
  children: ReactNode;
}

interface State {
  error: unknown;
  at: string;
}

class Boundary extends Component<Props, State> {
  override state: State = { error: null, at: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error("unknown") };
  }

  static getDerivedStateFromProps(props: Props, state: { at: string }) {
    return props.resetKey === state.at
      ? null
      : { error: null, at: props.resetKey };
  }

  override render() {
    const { error } = this.state;
    return error ? (
      <CouldNotRead error={error} onRetry={this.props.onRetry} />
    ) : (
      this.props.children
    );
  }
}

export function PageBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { mayRead } = useLive();
  const [attempt, setAttempt] = useState(0);
  return (
    <Boundary
      resetKey={`${pathname} ${attempt}`}
      onRetry={() => setAttempt(attempt + 1)}
    >
      <AttemptContext value={attempt}>
        <Suspense fallback={<Loading />}>
          {mayRead ? children : <Loading />}
        </Suspense>
      </AttemptContext>
    </Boundary>
  );
}
