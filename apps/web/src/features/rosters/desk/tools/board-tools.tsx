import type { BoardTool } from '../desk-context.js';
import { AssignTool } from './assign-tool.js';
import { FillTool } from './fill-tool.js';
import { InsertTool } from './insert-tool.js';
import { PasteTool } from './paste-tool.js';
import { TypeTool } from './type-tool.js';

const TOOLS = {
  type: TypeTool,
  paste: PasteTool,
  fill: FillTool,
  assign: AssignTool,
  insert: InsertTool,
} as const;

/** The tool that is open. */
export function BoardTools({ tool, onClose }: { readonly tool: BoardTool | 'paste'; readonly onClose: () => void }) {
  const Tool = TOOLS[tool];
  return <Tool onClose={onClose} />;
}
