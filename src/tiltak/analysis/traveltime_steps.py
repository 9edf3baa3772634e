"""The steps of making a baseline of travel times, as they are told. They lie outside the engine, so
that who shows them to people does not load it."""

READ, BUILD, REACH = "read", "build", "reach"
