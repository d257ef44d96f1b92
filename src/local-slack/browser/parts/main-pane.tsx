import { useClient } from '../state/context.ts';
import { AppPage } from './app-page.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { ConversationPane } from './conversation-pane.tsx';

/** The conversation or app that is open. */
export function MainPane() {
  const { viewer, place } = useClient();
  if (place.main.kind === 'app') {
    const app = viewer.apps[place.main.appId];
    return app === undefined ? null : (
      <AppPage key={`${viewer.me.id}/${app.id}`} app={app} tab={place.main.tab} />
    );
  }
  const conversation = viewer.conversations[place.main.channel];
  if (conversation === undefined) return null;
  return (
    <>
      <ConversationHead conversation={conversation} />
      <ConversationPane key={`${viewer.me.id}/${conversation.id}`} conversation={conversation} />
    </>
  );
}
