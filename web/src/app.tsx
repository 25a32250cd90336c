/** The page: the graph fills it, everything else floats over it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Adding } from './add/adding.js';
import { api } from './api/client.js';
import { explain } from './api/errors.js';
import type { Overview, Stats } from './api/types.js';
import { wayOn } from './api/way-on.js';
import { ConsoleDrawer } from './console/console-drawer.js';
import { onGraphChange } from './curation/apply.js';
import { learnEdits } from './curation/by-hand.js';
import { EditsByHand } from './curation/edits-button.js';
import { NoticeCard } from './curation/notice.js';
import { FilterChips } from './filter/chips.js';
import { useChosen } from './filter/use-chosen.js';
import { useFacets } from './filter/use-facets.js';
import { GraphCanvas } from './graph/graph-canvas.js';
import { LinkCard } from './graph/link-card.js';
import type { Scene } from './graph/scene.js';
import { Inspector } from './inspector/inspector.js';
import { LinkInspector } from './inspector/link.js';
import { Legend } from './legend/legend.js';
import { LineageLayer, useLineageOpen } from './lineage/lineage-layer.js';
import { describeMap } from './map/describe-map.js';
import { Minimap } from './minimap/minimap.js';
import { SearchField } from './search/search-field.js';
import { followAddress } from './state/address.js';
import { useConnection } from './state/connection.js';
import { startHistory } from './state/history.js';
import { openMenu, selectedLink, setPaletteOpen, setPictureOpen } from './state/store.js';
import { useRequest } from './state/use-request.js';
import { useAppState } from './state/use-state.js';
import { TableDrawer } from './table/table-drawer.js';
import { applyAppearance, onSystemAppearance } from './theme/theme.js';
import { Timeline } from './timeline/timeline.js';
import { HelpDialog } from './ui/help-dialog.js';
import { usePageKeys } from './ui/keys.js';
import { Message } from './ui/message.js';
import { OnDemand } from './ui/on-demand.js';
import { Toolbar } from './ui/toolbar.js';
import { ZoomControls } from './ui/zoom-controls.js';
import { WalkBar } from './walk/walk-bar.js';
import { Suggestions } from './welcome/suggestions.js';
import './app.css';

async function loadGraph(signal?: AbortSignal): Promise<{ overview: Overview; stats: Stats }> {
  const [overview, stats] = await Promise.all([api.overview(signal), api.stats(signal)]);
  return { overview, stats };
}

export function App() {
  const [request, again, replace] = useRequest(loadGraph);
  const reachable = useConnection();
  const announcement = useAppState((state) => state.announcement);
  useAppearance();
  useEffect(followAddress, []);
  // After the address is read: what it says is where one begins.
  useEffect(startHistory, []);
  useEffect(() => void learnEdits(), []);
  useEffect(() => onGraphChange(async () => replace(await loadGraph())), [replace]);
  return (
    <>
      {request.state === 'loading' && (
        <main className="app-loading secondary">
          <h1 className="unseen">Stemma</h1>
          <p role="status">Drawing the graph…</p>
        </main>
      )}
      {request.state === 'failed' && (
        <main className="app-message card">
          <h1 className="unseen">Stemma</h1>
          <Message title="The graph could not be loaded" action={wayOn(request.error, again)} urgent>
            {explain(request.error)}
          </Message>
        </main>
      )}
      {request.state === 'ready' &&
        (request.value.overview.total === 0 ? (
          <main className="app-message card">
            <h1 className="unseen">Stemma</h1>
            <Message title="This graph is empty" action={{ name: 'Look again', run: again }}>
              Add papers with <code>stemma build FILE</code>, start <code>stemma serve</code> again, then look again.
            </Message>
          </main>
        ) : (
          <Explorer {...request.value} />
        ))}
      {!reachable && request.state === 'ready' && (
        <p className="app-offline card" role="alert">
          The server does not answer. What is on the page stays; the rest comes back when <code>stemma serve</code> runs
          again.
        </p>
      )}
      <LineageLayer />
      <NoticeCard />
      <p className="unseen" role="status">
        {announcement}
      </p>
    </>
  );
}

/** Loaded when it is first asked for. */
const loadNodeMenu = () => import('./commands/node-menu.js');
const loadPictureDialog = () => import('./share/picture-dialog.js');
const loadPalette = () => import('./commands/palette.js');

function Explorer({ overview: whole, stats }: { readonly overview: Overview; readonly stats: Stats }) {
  const overview = useChosen(whole);
  const facets = useFacets(stats);
  const regions = useMemo(() => describeMap(whole, stats.facets.communities), [whole, stats]);
  const [scene, setScene] = useState<Scene>();
  const selection = useAppState((state) => state.selection);
  const link = selectedLink({ selection });
  const asking = useAppState((state) => state.panels.drawer !== undefined);
  const search = useRef<HTMLInputElement>(null);
  const focusSearch = useCallback(() => search.current?.select(), []);
  const menu = useAppState((state) => state.menu);
  const pictureOpen = useAppState((state) => state.pictureOpen);
  const paletteOpen = useAppState((state) => state.paletteOpen);
  const covered = useLineageOpen();
  usePageKeys(scene, focusSearch, covered);
  return (
    <div
      inert={covered}
      className={`explorer ${selection ? 'explorer-selected' : ''} ${asking ? 'explorer-asking' : ''}`}
    >
      <main>
        <GraphCanvas overview={overview} regions={regions} onScene={setScene} />
        {scene && <LinkCard scene={scene} />}
        {menu && scene && (
          <OnDemand
            key={`${menu.id} ${menu.x} ${menu.y}`}
            load={loadNodeMenu}
            props={{ at: menu, scene }}
            onFail={() => openMenu(undefined)}
          />
        )}
      </main>
      <header className="explorer-top" data-floats="header">
        <h1 className="unseen">Stemma</h1>
        <SearchField input={search} />
        <FilterChips stats={stats} facets={facets} />
        <Toolbar scene={scene} />
      </header>
      <Legend stats={stats} facets={facets} scene={scene} />
      <ZoomControls scene={scene} overview={overview} />
      {!selection && !asking && <Suggestions suggestions={overview.suggestions} />}
      {selection && !link && <Inspector selection={selection} scene={scene} version={overview} />}
      {selection && link && <LinkInspector link={link} by={selection.by} scene={scene} version={overview} />}
      <ConsoleDrawer scene={scene} stats={stats} />
      <TableDrawer scene={scene} stats={stats} />
      <WalkBar scene={scene} />
      <Timeline stats={stats} facets={facets} />
      {scene && <Minimap scene={scene} />}
      {pictureOpen && scene && (
        <OnDemand load={loadPictureDialog} props={{ scene }} onFail={() => setPictureOpen(false)} />
      )}
      {paletteOpen && (
        <OnDemand load={loadPalette} props={{ scene, focusSearch }} onFail={() => setPaletteOpen(false)} />
      )}
      <HelpDialog />
      <Adding />
      <EditsByHand />
    </div>
  );
}

function useAppearance(): void {
  const appearance = useAppState((state) => state.appearance);
  useEffect(() => {
    applyAppearance(appearance);
    return onSystemAppearance(() => applyAppearance(appearance));
  }, [appearance]);
}
