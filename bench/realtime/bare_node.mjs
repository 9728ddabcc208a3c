// What a hall costs at the least: a socket.io server that knows nobody and stores nothing.
//
//   tools/node bench/realtime/bare_node.mjs PORT

import { Server } from 'socket.io';

const everyone = 'everyone';

new Server(Number(process.argv[2])).on('connection', (socket) => {
  socket.on('join', ({ room }, answer) => {
    socket.join([room, everyone]);
    answer('ok');
  });
  socket.on('note', (note, answer) => {
    socket.nsp.to(note.room).emit('note', note);
    answer('ok');
  });
  socket.on('turn', (turn, answer) => {
    socket.nsp.to(everyone).emit('turn', turn);
    answer('ok');
  });
});
