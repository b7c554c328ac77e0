"""Makes the member's machine of this window: who one is to this host, with this computer's devices."""

from __future__ import annotations

from client.bridge import MakePeer, NewsHeard, PictureSeen
from client.devices.devices import DevicesModel
from peer.keys import Identity
from peer.link.invite import parse_invite
from peer.member import Devices, Member


class Members:
    """Makes members of meetings. `picture` is called on decoders' threads."""

    def __init__(self, secret: bytes, devices: DevicesModel, picture: PictureSeen) -> None:
        self._secret = secret
        self._devices = devices
        self._picture = picture

    def make(self, link: str, name: str) -> MakePeer:
        """Return what makes a member of the meeting behind this link. Raises BadInvite (a ValueError)."""
        invite = parse_invite(link)
        devices = Devices(
            camera=self._devices.shared_camera,
            microphone=self._devices.shared_microphone,
            speaker=self._devices.sound_sink,
        )

        def make(news: NewsHeard) -> Member:
            return Member(
                invite=invite,
                identity=Identity.towards(self._secret, invite.host),
                name=name,
                devices=devices,
                news=news,
                picture=self._picture,
            )

        return make
