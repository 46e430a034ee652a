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
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  selectStep,
  useEdit,
  useEditor,
  useEditorStore,
  useReadOnly,
  useScript,
} from './editor-store.ts';
import { type EdgeShares, useEdgeShares } from './governance/edge-shares.ts';
import { gravestByStep } from './outline-list.tsx';
import styles from './speech-editor.module.css';
import { StepNode, type StepNodeType } from './step-node.tsx';

const css = styleNames(styles);
const nodeTypes = { step: StepNode };

/** A node of a step that has not changed is the same object: it is not drawn anew. */
const useNodes = (
  script: Script,
  moved: ReadonlyMap<string, Place>,
  findings: readonly Finding[],
): StepNodeType[] => {
  const kept = useRef(new Map<string, StepNodeType>());
  const selected = useEditor((state) => state.selected);
  const places = useMemo(() => layoutOf(script), [script]);
  const gravest = useMemo(() => gravestByStep(findings), [findings]);
  return useMemo(() => {
    const next = new Map<string, StepNodeType>();
    for (const step of script.steps) {
      const position = moved.get(step.id) ?? places.get(step.id) ?? { x: 0, y: 0 };
      const severity = gravest.get(step.id) ?? null;
      const chosen = selected.kind === 'step' && selected.id === step.id;
      const before = kept.current.get(step.id);
      const same =
        before !== undefined &&
        before.data.step === step &&
        before.data.severity === severity &&
        before.selected === chosen &&
        before.position.x === position.x &&
        before.position.y === position.y;
      next.set(
        step.id,
        same
          ? before
          : {
              id: step.id,
              type: 'step',
              position,
              selected: chosen,
              data: { step, severity },
              ...nodeSize,
              measured: nodeSize,
            },
      );
    }
    kept.current = next;
    return [...next.values()];
  }, [script, places, moved, gravest, selected]);
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

const wholeAtMost = 60;

/** A small speech is seen whole; of a large one the chosen step. One that is in sight stays put. */
const useFollow = (nodes: readonly StepNodeType[]): void => {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const selected = useEditor((state) => state.selected);
  const known = useRef(nodes);
  known.current = nodes;
  const opened = useRef(false);
  const id = selected.kind === 'step' ? selected.id : null;
  useEffect(() => {
    if (width === 0) return;
    const node = known.current.find((one) => one.id === id);
    if (!opened.current && known.current.length <= wholeAtMost) {
      opened.current = true;
      void flow.fitView({ maxZoom: 1, minZoom: 0.6, padding: 0.06 });
      return;
    }
    opened.current = true;
    if (node === undefined) return;
    const { x, y, zoom } = flow.getViewport();
    const left = node.position.x * zoom + x;
    const top = node.position.y * zoom + y;
    const inside =
      left >= 0 &&
      top >= 0 &&
      left + nodeSize.width * zoom <= width &&
      top + nodeSize.height * zoom <= height;
    if (inside) return;
    void flow.setCenter(node.position.x + nodeSize.width / 2, node.position.y + nodeSize.height, {
      zoom: Math.max(zoom, 0.75),
      duration: 0,
    });
  }, [id, flow, width, height]);
};

const Flow = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  const script = useScript();
  const store = useEditorStore();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const [moved, setMoved] = useState<ReadonlyMap<string, Place>>(new Map());
  const nodes = useNodes(script, moved, findings);
  const shares = useEdgeShares();
  const edges = useMemo(() => edgesOf(script, shares), [script, shares]);
  useFollow(nodes);
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
      <Background gap={22} size={1.4} />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
};

export const Canvas = (props: { readonly findings: readonly Finding[] }) => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
);
