"""People who are not there: phones and hosts over real sockets, to show a café or rehearse a hall."""
