import { useClient } from '../state/context.ts';
import { settleOn } from '../state/use-address.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

/** The workspace's name; with several of them, a menu to change to another. */
export function WorkspaceHead() {
  const { viewer } = useClient();
  if (viewer.workspaces.length < 2) {
    return (
      <div className="workspace-head">
        <strong>{viewer.team.name}</strong>
      </div>
    );
  }
  return (
    <div className="workspace-head">
      <Menu
        label={`Workspace ${viewer.team.name}`}
        align="start"
        buttonClass="workspace-button"
        button={
          <>
            <strong>{viewer.team.name}</strong>
            <Icon name="down" size={16} />
          </>
        }
        items={viewer.workspaces.map((workspace) => ({
          key: workspace.id,
          label: workspace.name,
          checked: workspace.id === viewer.team.id,
          onChoose: () => settleOn({ who: { team: workspace.id, user: '' }, place: null }),
        }))}
      />
    </div>
  );
}
