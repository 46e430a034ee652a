/** The speech as a graph. Only the steps in sight are drawn; the chosen one is brought into it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import { graphOf } from '@shared/domain/script/checks/graph.ts';
import { leadTo, type WayField } from '@shared/domain/script/editing/edits.ts';
import { layoutOf, nodeSize, type Place } from '@shared/domain/script/editing/layout.ts';
import type { Script } from '@shared/domain/script/script.ts';
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useMemo, useRef, useState } from 'react';
import { selectStep, useEdit, useEditorStore, useReadOnly, useScript } from './editor-store.ts';
import { Follow } from './follow.tsx';
import { type EdgeShares, useEdgeShares } from './governance/edge-shares.ts';
import { gravestByStep } from './outline-list.tsx';
import styles from './speech-editor.module.css';
import { StepNode, type StepNodeType } from './step-node.tsx';
import { useShape } from './use-shape.ts';

const css = styleNames(styles);
const nodeTypes = { step: StepNode };

/** Up to here the canvas gets the whole speech; of a larger one what is in sight and next to it. */
const allAtMost = 200;
const marginPx = 500;

type Places = ReadonlyMap<string, Place>;

/** The part of the plane that is in sight, in steps of the margin: a small move changes nothing. */
const useSight = () =>
  useStore(
    ({ transform: [x, y, zoom], width, height }) => {
      const down = (value: number) => Math.floor(value / marginPx - 1) * marginPx;
      const up = (value: number) => Math.ceil(value / marginPx + 1) * marginPx;
      return {
        left: down(-x / zoom),
        top: down(-y / zoom),
        right: up((width - x) / zoom),
        bottom: up((height - y) / zoom),
      };
    },
    (a, b) => a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom,
  );

/** The steps to draw: those in sight, and where their ways lead. */
const useInSight = (
  script: Script,
  places: Places,
  edges: readonly Edge[],
): ReadonlySet<string> | null => {
  const { left, top, right, bottom } = useSight();
  return useMemo(() => {
    if (script.steps.length <= allAtMost) return null;
    const seen = new Set<string>();
    for (const [id, { x, y }] of places)
      if (x > left && x < right && y > top && y < bottom) seen.add(id);
    const near = edges.flatMap(({ source, target }) =>
      seen.has(source) !== seen.has(target) ? [source, target] : [],
    );
    return new Set([...seen, ...near]);
  }, [script, places, edges, left, top, right, bottom]);
};

/** A node of a step that has not changed is the same object: it is not drawn anew. */
const useNodes = (
  script: Script,
  places: Places,
  findings: readonly Finding[],
  inSight: ReadonlySet<string> | null,
): StepNodeType[] => {
  const kept = useRef(new Map<string, StepNodeType>());
  const gravest = useMemo(() => gravestByStep(findings), [findings]);
  return useMemo(() => {
    const next = new Map<string, StepNodeType>();
    for (const step of script.steps) {
      if (inSight !== null && !inSight.has(step.id)) continue;
      const position = places.get(step.id) ?? { x: 0, y: 0 };
      const severity = gravest.get(step.id) ?? null;
      const before = kept.current.get(step.id);
      const same =
        before !== undefined &&
        before.data.step === step &&
        before.data.severity === severity &&
        before.position.x === position.x &&
        before.position.y === position.y;
      const data = { step, severity };
      next.set(
        step.id,
        same
          ? before
          : { id: step.id, type: 'step', position, data, ...nodeSize, measured: nodeSize },
      );
    }
    kept.current = next;
    return [...next.values()];
  }, [script, places, gravest, inSight]);
};

/** Several ways to one step are one line, with the digits that take it. */
const edgesOf = (script: Script, shares: EdgeShares): Edge[] => {
  const edges = new Map<string, Edge & { data: { digits: string[] } }>();
  const { ways } = graphOf(script);
  for (const [source, leads] of ways)
    for (const { to, field } of leads) {
      const id = `${source} ${to}`;
      const place = field.startsWith('choices.') ? String(Number(field.slice(8)) + 1) : '';
      const label = field.startsWith('routes.') ? '◇' : place;
      const known = edges.get(id);
      if (known === undefined)
        edges.set(id, { id, source, target: to, data: { digits: label ? [label] : [] } });
      else if (label !== '' && !known.data.digits.includes(label)) known.data.digits.push(label);
    }
  return [...edges.values()].map((edge) => {
    const share = shares.get(edge.id);
    const words = [...edge.data.digits, ...(share === undefined ? [] : [share.words])];
    return {
      ...edge,
      ...(words.length > 0 ? { label: words.join(' ') } : {}),
      ...(share === undefined ? {} : { style: { strokeWidth: share.widthPx } }),
    };
  });
};

const useDrawn = (script: Script, moved: Places, findings: readonly Finding[]) => {
  const shape = useShape(script);
  const own = useMemo(() => layoutOf(shape), [shape]);
  const places = useMemo(
    () => (moved.size === 0 ? own : new Map([...own, ...moved])),
    [own, moved],
  );
  const shares = useEdgeShares();
  const all = useMemo(() => edgesOf(shape, shares), [shape, shares]);
  const inSight = useInSight(shape, places, all);
  const nodes = useNodes(script, places, findings, inSight);
  const edges = useMemo(
    () =>
      inSight === null
        ? all
        : all.filter(({ source, target }) => inSight.has(source) && inSight.has(target)),
    [all, inSight],
  );
  return { nodes, edges, places, whole: inSight === null };
};

const Flow = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  const script = useScript();
  const store = useEditorStore();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const [moved, setMoved] = useState<ReadonlyMap<string, Place>>(new Map());
  const { nodes, edges, places, whole } = useDrawn(script, moved, findings);
  const onNodesChange = useCallback((changes: NodeChange<StepNodeType>[]) => {
    const places = changes.flatMap((change) =>
      change.type === 'position' && change.position ? [[change.id, change.position] as const] : [],
    );
    if (places.length > 0) setMoved((before) => new Map([...before, ...places]));
  }, []);
  const onConnect = ({ source, target }: Connection) => {
    const field: WayField = 'next';
    edit(`${source} next`, (now) => leadTo(now, { stepId: source, field }, target));
  };
  return (
    <ReactFlow
      className={css('canvas')}
      aria-label={t('speechEditor.canvas')}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onConnect={onConnect}
      onNodeClick={(_, { id }) => selectStep(store, id)}
      onNodeDoubleClick={(_, { id }) => {
        selectStep(store, id);
        store.setState({ view: 'text', sought: 'title' });
      }}
      onlyRenderVisibleElements
      nodesConnectable={!readOnly}
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
      <Controls showInteractive={false} showFitView={whole} />
    </ReactFlow>
  );
};

export const Canvas = (props: { readonly findings: readonly Finding[] }) => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
);
