/** The bare peer of the editor: a list and a canvas of the same library with as many steps, and nothing else. */
import {
  applyNodeChanges,
  type Edge,
  type Node,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const size = { width: 156, height: 84 };

const nodesOf = (count: number): Node[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `b${at}`,
    position: { x: (at % 4) * 170, y: Math.floor(at / 4) * 124 },
    data: { label: `Étape ${at}` },
    ...size,
    measured: size,
  }));
const edgesOf = (count: number): Edge[] =>
  Array.from({ length: count - 1 }, (_, at) => ({
    id: `e${at}`,
    source: `b${at}`,
    target: `b${at + 1}`,
  }));

const Bare = ({ count }: { readonly count: number }) => {
  const [nodes, setNodes] = useState(() => nodesOf(count));
  const [edges] = useState(() => edgesOf(count));
  const [title, setTitle] = useState('');
  const [at, setAt] = useState(0);
  const flow = useReactFlow();
  const far = () => {
    const other = at === 0 ? count - 1 : 0;
    setAt(other);
    void flow.setCenter((other % 4) * 170, Math.floor(other / 4) * 124, { zoom: 0.75 });
  };
  return (
    <div
      style={{ position: 'fixed', inset: 0, background: '#fff', zIndex: 9_999, display: 'flex' }}
    >
      <div id="bare-list" style={{ width: 260, overflow: 'auto' }}>
        <button type="button" id="bare-next" onClick={() => setAt(at + 1)}>
          next
        </button>
        <button type="button" id="bare-far" onClick={far}>
          far
        </button>
        <button type="button" id="bare-less" onClick={() => setNodes(nodes.slice(0, -1))}>
          less
        </button>
        <input id="bare-field" value={title} onChange={(event) => setTitle(event.target.value)} />
        {nodes.map(({ id }, row) => (
          <div key={id} style={row === at ? { fontWeight: 700 } : undefined}>
            {row === at ? `${id} ${title}` : id}
          </div>
        ))}
      </div>
      <div id="bare-plane" style={{ flex: 1 }}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          onNodesChange={(changes: NodeChange[]) =>
            setNodes((before) => applyNodeChanges(changes, before))
          }
          onlyRenderVisibleElements
        />
      </div>
    </div>
  );
};

Object.assign(window, {
  mountBare: (count: number) => {
    const box = document.createElement('div');
    document.body.append(box);
    createRoot(box).render(
      <ReactFlowProvider>
        <Bare count={count} />
      </ReactFlowProvider>,
    );
  },
});
