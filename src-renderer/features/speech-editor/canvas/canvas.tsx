/**
 * The speech as a graph. Only the steps in sight are drawn; the chosen one is brought into it. A way is
 * drawn from the end that is meant, led elsewhere by its point, taken away by Delete.
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import { leadEnd } from '@shared/domain/script/editing/way-ends.ts';
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { selectStep, useEdit, useEditorStore, useReadOnly, useScript } from '../editor-store.ts';
import { useEdgeShares } from '../governance/edge-shares.ts';
import styles from '../speech-editor.module.css';
import { ChosenWay } from './chosen-way.tsx';
import type { WayEdge } from './edges.ts';
import { Follow } from './follow.tsx';
import { useNodes } from './nodes.ts';
import { useDrawnPart } from './sight.ts';
import { StepNode } from './step-node.tsx';
import { usePlaces } from './use-places.ts';
import { WayLine } from './way-line.tsx';

const css = styleNames(styles);
const nodeTypes = { step: StepNode };
const edgeTypes = { way: WayLine };
/** Its point can be led elsewhere; where it begins is what it means. It lies over the others. */
const chosenLook = { selected: true, zIndex: 1, reconnectable: 'target' } as const;
type Findings = { readonly findings: readonly Finding[] };

/** The ways as they are drawn, led elsewhere and taken away. */
const useWays = (drawn: readonly WayEdge[]) => {
  const edit = useEdit();
  const [chosen, choose] = useState<string | null>(null);
  const lead = (from: Pick<Connection, 'source' | 'sourceHandle'>, target: string) => {
    const end = from.sourceHandle ?? 'next';
    edit(`${from.source} ${end}`, (now) => leadEnd(now, { stepId: from.source, end }, target));
  };
  const edges = useMemo(
    () => drawn.map((edge) => (edge.id === chosen ? { ...edge, ...chosenLook } : edge)),
    [drawn, chosen],
  );
  return {
    edges,
    choose,
    chosen: chosen === null ? undefined : drawn.find(({ id }) => id === chosen),
    onConnect: (connection: Connection) => lead(connection, connection.target),
    onReconnect: ({ source, sourceHandle }: Edge, { target }: Connection) =>
      lead({ source, sourceHandle: sourceHandle ?? null }, target),
  };
};

const Flow = ({ findings }: Findings) => {
  const { t } = useText();
  // The picture follows what is written when the keys have been answered.
  const script = useDeferredValue(useScript());
  const store = useEditorStore();
  const readOnly = useReadOnly();
  const { shape, places, move, drop } = usePlaces(script);
  const part = useDrawnPart(shape, places, useEdgeShares());
  const nodes = useNodes(script, places, findings, part.inSight);
  const { edges, chosen, choose, onConnect, onReconnect } = useWays(part.edges);
  return (
    <ReactFlow
      className={css('canvas')}
      aria-label={t('speechEditor.canvas')}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={move}
      onNodeDragStop={(_, node, all) => drop(all.length > 0 ? all : [node])}
      onConnect={onConnect}
      {...(readOnly ? {} : { onReconnect })}
      onEdgeClick={(_, { id }) => choose(readOnly ? null : id)}
      onPaneClick={() => choose(null)}
      onNodeClick={(_, { id }) => {
        choose(null);
        selectStep(store, id);
      }}
      onNodeDoubleClick={(_, { id }) => {
        selectStep(store, id);
        store.setState({ view: 'text', sought: 'title' });
      }}
      onlyRenderVisibleElements
      nodesConnectable={!readOnly}
      nodesDraggable={!readOnly}
      isValidConnection={({ source, target }) => source !== target}
      connectionRadius={40}
      // The list beside it is the way of the keyboard; the picture follows it.
      nodesFocusable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      disableKeyboardA11y
      minZoom={0.15}
      maxZoom={1.6}
      proOptions={{ hideAttribution: false }}
    >
      <Follow places={places} />
      <Background gap={22} size={1.4} />
      <Controls showInteractive={false} showFitView={part.inSight === null} />
      {chosen === undefined ? null : <ChosenWay edge={chosen} onGone={() => choose(null)} />}
    </ReactFlow>
  );
};

export const Canvas = (props: Findings) => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
);
