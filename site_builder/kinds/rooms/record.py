"""What a school writes down about its rooms: what each is for, who keeps it, how many it seats."""

from enum import StrEnum

from site_builder.model.form import Count, Line, Slug
from site_builder.model.record import Part, PostRef, Record


class RoomType(StrEnum):
    """What a room is for."""

    CLASSROOM = "classroom"
    """教室 / Classroom"""
    SPECIAL = "special"
    """专用教室 / Special room"""
    OFFICE = "office"
    """办公室 / Office"""
    DORMITORY = "dormitory"
    """宿舍 / Dormitory"""
    STORE = "store"
    """库房 / Store"""
    CANTEEN = "canteen"
    """食堂 / Canteen"""
    OTHER = "other"
    """其他场所 / Other place"""


class Room(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One room or place."""

    id: Slug
    """短名：别处引用时写 main#r-101。
    Short name: elsewhere it is named as main#r-101."""
    title: Line
    """名称：门牌上的名称。
    Name: as on its door."""
    title_en: Line | None = None
    """英文名称：可不填。
    Name in English: optional."""
    type: RoomType
    """类型：教室、专用教室、办公室、宿舍等。
    Type: classroom, special room, office, dormitory and so on."""
    keeper: PostRef | None = None
    """保管岗位：谁管这间室，如 general-affairs#asset-clerk。
    Keeper: the post in charge of it, such as general-affairs#asset-clerk."""
    seats: Count | None = None
    """座位（床位）数：有多少。
    Seats: or beds; how many there are."""
    class_name: Line | None = None
    """使用班级：固定给哪个班用。
    Class: that has it for itself."""
    pupils: Count | None = None
    """使用人数：同时使用的人数。
    Users: how many use it at once."""
    shared: bool = False
    """公用：几个部门或班级合用的写 true。
    Shared: true where several offices or classes use it."""


class Rooms(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The rooms of one building, or of the whole school."""

    place: Line | None = None
    """地点：哪栋楼、哪个校区。
    Place: building or campus."""
    rooms: tuple[Room, ...]
    """室与场所：一行一间。
    Rooms: one a line."""
    stated_seats: Count | None = None
    """座位（床位）合计（核对用）：安排表上的数。
    Total of seats or beds (for checking): as the plan of rooms has it."""
