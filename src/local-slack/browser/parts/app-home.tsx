import { useMemo, useState } from 'react';
import type { App, View, ViewStateValues } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Interactive } from '../blocks/interactive.tsx';
import { kit } from '../blocks/kit.ts';
import { useClient } from '../state/context.ts';

/** What the app published for the viewer. */
export function AppHome({ app }: { app: App }) {
  const { viewer } = useClient();
  const view = viewer.homes[app.id];
  if (view === undefined) {
    return (
      <div className="intro">
        <h2>Nothing here yet</h2>
        <p>{app.connected ? `${app.name} has not put anything here.` : `${app.name} is not connected.`}</p>
      </div>
    );
  }
  return <HomeView key={view.id} view={view} />;
}

function HomeView({ view }: { view: View }) {
  const [kept, setKept] = useState<ViewStateValues>({});
  const on = useMemo(() => ({ view: view.id }), [view.id]);
  const blocks = useMemo(() => view.blocks.map(kit), [view.blocks]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="home" aria-label="Home" tabIndex={0}>
      <div className="home-column">
        <Interactive on={on} blocks={blocks} kept={kept} onKept={setKept} current={null}>
          <Blocks blocks={view.blocks} />
        </Interactive>
      </div>
    </section>
  );
}
