/** Until Local Slack answers for the first time. */
export function Waiting() {
  return (
    <main className="waiting">
      <h1>Local Slack</h1>
      <p role="status">Waiting for Local Slack to answer…</p>
    </main>
  );
}
