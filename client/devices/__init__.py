"""Cameras, microphones and loudspeakers of this computer, as the media path wants them."""
